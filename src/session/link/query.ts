/** A query string's parts in order, decoded once. A `+` is a space, as forms write it. */
export function splitQuery(query: string): { readonly key: string; readonly value: string }[] {
  return query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      const key = equals < 0 ? part : part.slice(0, equals);
      const value = equals < 0 ? "" : part.slice(equals + 1);
      return { key: decodeOnce(key), value: decodeOnce(value) };
    });
}

/** Percent-encodes only what an address cannot hold, so that `:`, `,`, `/`, `@`, `?` and `=` stay readable. */
export function encodeValue(text: string): string {
  const wellFormed = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
  return encodeURIComponent(wellFormed).replace(/%(3A|2C|2F|40|3F|3D|3B)/g, (code) => decodeURIComponent(code));
}

/** A name within a list: the list's own marks are escaped a second time, so that a name may hold them. */
export function escapeName(name: string): string {
  return name.replace(/[%,:@]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function unescapeName(text: string): string {
  return text.replace(/%(25|2C|3A|40)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Broken percent signs are taken as they stand: a link is never an exception. */
function decodeOnce(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
