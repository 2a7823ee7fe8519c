import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { findPicture } from "../../../src/ui/prose/find-picture.ts";
import { NoteLinks } from "../../../src/ui/prose/note-links.ts";
import { ProsePicture } from "../../../src/ui/prose/ProsePicture.tsx";

afterEach(cleanup);
const page = "https://site.example/app/";
const found = (url: string, base?: string) => {
  const picture = findPicture(url, base, page);
  return picture.kind === "shown" ? `${picture.away ? "away " : ""}${picture.src}` : picture.kind;
};

test("a picture stands beside its text, wherever that is, and one of another origin is a link", () => {
  const shipped = "https://site.example/app/chapters/shop/cart.md";
  expect(found("map.png", shipped)).toBe("https://site.example/app/chapters/shop/map.png");
  expect(found("map.png", "chapters/cart.md")).toBe("https://site.example/app/chapters/map.png");
  const away = "https://docs.example/flows/cart.md";
  expect(found("../map.png", away)).toBe("away https://docs.example/map.png");
  expect(found("https://docs.example/map.png", away)).toBe("away https://docs.example/map.png");
  expect([found("https://site.example/map.png", away), found("https://docs.example/map.png", shipped)]).toEqual([
    "link",
    "link",
  ]);
});

test("a text without an address has no picture beside it, and nothing else is taken for one", () => {
  expect([found("map.png"), found("/map.png"), found("?x")]).toEqual(["nowhere", "nowhere", "nowhere"]);
  for (const base of [undefined, `${page}a.md`, "https://docs.example/a.md"]) {
    for (const url of ["data:image/svg+xml,x", "javascript:x", "//evil.example/p.gif", "\\\\evil.example/p", "blob:x"])
      expect(found(url, base), url).toBe("link");
    expect(found("https://evil.example/p.gif", base)).toBe("link");
  }
});

test("what is not there is said in its place; from elsewhere it is a link to be tried", () => {
  const show = (base: string | undefined) =>
    render(
      <NoteLinks value={{ follow: (href) => ({ href }), picture: (url) => findPicture(url, base, page) }}>
        <ProsePicture url="map.png" alt="A map" />
      </NoteLinks>,
    ).container;
  expect(show(undefined).textContent).toBe(" Image: A map (it is not in the chapter)");
  const fail = (box: HTMLElement) => {
    const picture = box.querySelector("img");
    expect(picture?.alt).toBe("A map");
    if (picture) fireEvent.error(picture);
    expect(box.querySelector("img")).toBeNull();
    return box;
  };
  expect(fail(show(`${page}a.md`)).textContent).toBe(" Image: A map (it could not be loaded from this site)");
  expect(fail(show("https://docs.example/a.md")).querySelector("a")?.href).toBe("https://docs.example/map.png");
});
