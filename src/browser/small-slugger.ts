/** What GitHub leaves out of an id, by the properties that its table of signs was made from. */
const left = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/** github-slugger's `slug` without its table, for the web component: letters that are newer than the table stay in. */
export function slug(value: string): string {
  return value.toLowerCase().replace(left, "").replace(/ /g, "-");
}
