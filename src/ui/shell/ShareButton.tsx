import { Share } from "lucide-react";
import { lazy, startTransition, useState } from "react";

const ShareDialog = lazy(async () => ({ default: (await import("../share/ShareDialog.tsx")).ShareDialog }));

/** Opens what a run can be taken away as; the dialog is loaded only then. */
export function ShareButton() {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Share"
        title="Share"
        // A transition: what stands in the place of a dialog that is awaited, if only nothing, stays there for 300 ms.
        onClick={() => startTransition(() => setOpen(true))}
      >
        <Share size={16} aria-hidden />
      </button>
      {open !== undefined && <ShareDialog open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
