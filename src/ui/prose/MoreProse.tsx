import { useEffect, useRef } from "react";

/** Where a long text goes on: more of it comes when the reader is near, or asks. */
export function MoreProse({ onMore }: { readonly onMore: () => void }) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      scrollMargin: "600px",
    });
    if (end.current) near.observe(end.current);
    return () => near.disconnect();
  });
  return (
    <button ref={end} type="button" className="button prose-more" onClick={onMore}>
      Show more of the text
    </button>
  );
}
