type Value = string | number | undefined;

/** An element as text. What is undefined is left out; numbers keep two places. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...inside: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeXml(value ?? "")}"`)
    .join("");
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join("")}</${name}>`;
}

/** Text that is only text, in element and attribute alike; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(/[^\P{C}\n\t\u200d]/gu, "").replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
