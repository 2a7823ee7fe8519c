import { useEffect, useState } from "react";
import { type CarryingLink, carryingLink } from "../../session/carrying-link.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

export interface ShareLink extends Partial<Pick<CarryingLink, "says" | "advice">> {
  /** The address of this very moment, as others can open it; undefined until the chapter is packed into it. */
  readonly address: string | undefined;
}

/** A chapter that is nowhere online travels inside the link: only this browser knows it by its name. */
export function useShareLink(): ShareLink {
  const { ports } = useSession();
  const opened = useSessionState((state) => state.opened);
  const query = ports.address.read();
  const [made, setMade] = useState<CarryingLink>();
  const carried = opened.kind === "open" && (opened.source.kind === "own" || opened.source.kind === "carried");
  const source = carried ? opened.source : undefined;
  const files = carried ? opened.files : undefined;
  useEffect(() => {
    let current = true;
    if (source && files) void carryingLink(query, source, files, ports.packer).then((link) => current && setMade(link));
    return () => {
      current = false;
    };
  }, [query, source, files, ports.packer]);
  if (!source) return { address: ports.address.absolute(query) };
  return made ? { ...made, address: ports.address.absolute(made.link) } : { address: undefined };
}
