import { useState } from "react";
import type { EmbedForm, EmbedWish } from "../../session/embed-snippet.ts";
import { Preview } from "./Preview.tsx";

/** The preview of a flow that holds its page up while it is read: it waits until it is asked for. */
export function LongPreview({ form, wish }: { readonly form: EmbedForm; readonly wish: EmbedWish }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <Preview form={form} wish={wish} />;
  return (
    <>
      <p className="embedding-says">
        The chapter is long, and a page that carries it reads all of it at once. While this one does so, it does not
        answer.
      </p>
      <button type="button" className="button embedding-ask" onClick={() => setAsked(true)}>
        Show the preview
      </button>
    </>
  );
}
