import { createElement, type VNode } from "preact";

interface IconData {
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

interface IconProps extends Readonly<Record<string, unknown>> {
  readonly size?: number;
  readonly strokeWidth?: number;
}

/** lucide's maker of icons without what only other looks of them need; the drawings themselves are lucide's. */
export default function createIcon({ node }: IconData): (props: IconProps) => VNode {
  return ({ size = 24, strokeWidth = 2, ...rest }) =>
    createElement(
      "svg",
      {
        width: size,
        height: size,
        viewBox: "0 0 24 24",
        fill: "none",
        stroke: "currentColor",
        strokeWidth,
        strokeLinecap: "round",
        strokeLinejoin: "round",
        "aria-hidden": "true",
        ...rest,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
}
