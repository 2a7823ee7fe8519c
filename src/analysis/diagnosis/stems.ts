/** Words that carry no symptom. */
const empty = new Set(
  "a an the and or of to in on at by for from with is are was be been it its this that these those there here we i you they he she our my your can cannot could will would do does did not no only just also when while until then than so as if but still already very user users see sees seen get gets got request requests".split(
    " ",
  ),
);

/** Different words for one thing: what people in front of an app say, and what chapters write. */
const same: Readonly<Record<string, string>> = {
  slower: "slow",
  slowly: "slow",
  image: "file",
  photo: "file",
  picture: "file",
  upload: "upload",
  stale: "cache",
  outdated: "cache",
  old: "cache",
  cached: "cache",
  db: "database",
  timeout: "time",
  unreachable: "reach",
};

/** The words of a text that mean something, in a form in which “uploads” and “uploading” are one. Each once. */
export function stemsOf(text: string): readonly string[] {
  const words = text.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/'\w+/g, "");
  const found = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.filter((word) => !empty.has(word)).map(stem))];
}

function stem(word: string): string {
  if (/^\d/.test(word)) return word;
  const known = same[word];
  if (known !== undefined) return known;
  const cut = word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word;
  const bare = cut.length < 3 ? word : cut.replace(/e$/, "");
  return same[cut] ?? same[bare] ?? bare;
}
