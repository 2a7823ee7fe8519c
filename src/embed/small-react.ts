import {
  Component,
  type ComponentChild,
  type ComponentChildren,
  type ComponentType,
  createElement,
  options,
  render,
  type VNode,
} from "preact";
import { useCallback, useDebugValue, useLayoutEffect, useReducer, useRef } from "preact/hooks";

/**
 * What the views use of React, over Preact's core, where the web component is built (.ci/build-element.mjs). Preact's own
 * `compat` also stands for what no view here uses, and weighs as much as half of Preact.
 */
export { Component, createElement, Fragment } from "preact";
export {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/hooks";

const drawing = /^(?:clip|dominant|fill|font|marker|stroke|text|pointer)[A-Z]/;
/** Style properties whose numbers are no lengths. */
const bare = /^(?:flex|line|opacity|order|z|zoom)/;

/** React's names as the browser's own. */
function rename(name: string, type: string, props: Readonly<Record<string, unknown>>): string {
  if (name === "className") return "class";
  if (name === "onFocus") return "onFocusIn";
  if (name === "onBlur") return "onFocusOut";
  if (name === "onChange" && type === "input" && !/che|rad/.test(String(props["type"]))) return "onInput";
  return drawing.test(name) ? name.replace(/[A-Z]/g, "-$&").toLowerCase() : name;
}

const before = options.vnode;
options.vnode = (vnode: VNode) => {
  const { type } = vnode;
  if (typeof type === "string") {
    const given: Record<string, unknown> = { ...vnode.props };
    const props: Record<string, unknown> & { children: ComponentChildren } = { children: undefined };
    for (const [name, value] of Object.entries(given)) props[rename(name, type, given)] = value ?? undefined;
    const { style } = props;
    if (style && typeof style === "object") {
      props["style"] = Object.fromEntries(
        Object.entries(style).map(([name, value]) => [
          name,
          typeof value === "number" && !bare.test(name) && !name.startsWith("--") ? `${value}px` : value,
        ]),
      );
    }
    vnode.props = props;
  }
  before?.(vnode);
};

type Props = Readonly<Record<string, unknown>>;

/** Draws again only when a property is another one. */
export function memo<Type extends ComponentType<never>>(of: Type): Type {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]);
      return [...names].some((name) => !Object.is(Reflect.get(this.props, name), next[name]));
    }
    override render() {
      return createElement(of as unknown as ComponentType<Props>, this.props);
    }
  }
  return Memo as unknown as Type;
}

export function useEffectEvent<Args extends unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback);
  latest.current = callback;
  return (...args) => latest.current(...args);
}

type Subscribe = (onChange: () => void) => () => void;

export function useSyncExternalStore<Value>(subscribe: Subscribe, read: () => Value): Value {
  const value = read();
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const latest = useRef({ value, read });
  useLayoutEffect(() => {
    latest.current = { value, read };
  });
  useLayoutEffect(() => {
    const look = () => {
      if (!Object.is(latest.current.value, latest.current.read())) redraw();
    };
    look();
    return subscribe(look);
  }, [subscribe]);
  return value;
}

/** There is one kind of drawing here, and it is never put off. */
export function startTransition(change: () => void): void {
  change();
}

/** Draws what the change asks for before it returns. */
export function flushSync<Result>(change: () => Result): Result {
  const usual = options.debounceRendering;
  let draw: (() => void) | undefined;
  options.debounceRendering = (callback) => {
    draw = callback;
  };
  try {
    const result = change();
    draw?.();
    return result;
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
}

export function createRoot(container: ShadowRoot): { render(view: ComponentChild): void; unmount(): void } {
  return { render: (view) => render(view, container), unmount: () => render(null, container) };
}

/** zustand takes its hooks from here. */
export default { useCallback, useDebugValue, useSyncExternalStore };
