import { type ReactNode, useEffect, useRef } from "react";
import type { Session } from "../../session/create-session.ts";
import { useSession } from "../app/session-context.ts";

interface ViewHeadingProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** The sessions in which something was shown already. */
const begun = new WeakSet<Session>();

/** A view's heading. Where the focus went away with the view before, it arrives here; the first view leaves it alone. */
export function ViewHeading({ className, children }: ViewHeadingProps) {
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (begun.has(session) && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    begun.add(session);
  }, [session]);
  return (
    <h1 ref={heading} className={className} tabIndex={-1}>
      {children}
    </h1>
  );
}
