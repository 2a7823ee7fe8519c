import { useCallback } from "react";
import { decodeLink } from "../../session/link/decode-link.ts";
import { completeAddress } from "../../session/raw-address.ts";
import { useSession } from "../app/session-context.ts";

/** Opens what an address leads to: a chapter's text or, where it is a link of this very site, what the link says. */
export function useAddress(): (typed: string) => void {
  const { ports, actions } = useSession();
  return useCallback(
    (typed) => {
      const url = completeAddress(typed);
      const here = ports.address.absolute("");
      const query = url.startsWith(here) ? url.slice(here.length) : "";
      if (/^[?#]./.test(query)) void actions.openLink(decodeLink(query).link);
      else if (url !== "") void actions.open({ kind: "url", url });
    },
    [ports, actions],
  );
}
