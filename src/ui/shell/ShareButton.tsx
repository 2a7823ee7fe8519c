import { Share } from "lucide-react";
import { lazy, Suspense, useState } from "react";

const ShareDialog = lazy(async () => ({ default: (await import("../share/ShareDialog.tsx")).ShareDialog }));

/** Opens what a run can be taken away as; the dialog is loaded only then. */
export function ShareButton() {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <button type="button" className="icon-button" aria-label="Share" title="Share" onClick={() => setOpen(true)}>
        <Share size={16} aria-hidden />
      </button>
      {open !== undefined && (
        <Suspense>
          <ShareDialog open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
