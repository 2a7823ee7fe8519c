import type { Share } from "../../../model/fault.ts";

/** `1 in 3 requests`, `40 % of requests`, `some requests`. */
export function sayShare(share: Share): string {
  if (share === "some") return "some requests";
  for (let of = 2; of <= 12; of++) {
    for (let part = 1; part < of; part++) {
      if (Math.abs(share - part / of) < 0.0005) return `${part} in ${of} requests`;
    }
  }
  return share >= 1 ? "all requests" : `${Math.round(share * 100)} % of requests`;
}
