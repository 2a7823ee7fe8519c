import type { Nodes } from "mdast";
import { Fragment, lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { Prose as ProseTree } from "../../model/prose.ts";
import { FootnoteMark, Footnotes } from "./Footnotes.tsx";
import { findFootnotes } from "./find-footnotes.ts";
import { firstOfProse } from "./first-of-prose.ts";
import { isMermaid } from "./is-mermaid.ts";
import { MoreProse } from "./MoreProse.tsx";
import { type Nested, nestTags } from "./nest-tags.ts";
import { ProseAlert } from "./ProseAlert.tsx";
import { ProseCode } from "./ProseCode.tsx";
import { ProseLink } from "./ProseLink.tsx";
import { ProsePicture } from "./ProsePicture.tsx";
import { ProseTable } from "./ProseTable.tsx";
import { readAlert } from "./read-alert.ts";
import "./prose.css";

/** Few notes have a diagram. */
const NoteDiagram = lazy(async () => ({ default: (await import("./NoteDiagram.tsx")).NoteDiagram }));

/** So many characters' worth are drawn at once: far more than one chapter's notes, and few enough for one frame or two. */
const atOnce = 40_000;

interface ProseProps {
  readonly prose: ProseTree;
  /** The level that a first-level heading of the text gets here. */
  readonly top?: number;
}

/** Markdown as React elements. Nothing of it is ever markup: but for a few harmless tags, HTML is shown as the text it is. */
export function Prose({ prose, top = 3 }: ProseProps) {
  const [room, setRoom] = useState(atOnce);
  const { shown, notes, ...context } = useMemo(() => readWhole(prose, top, room), [prose, top, room]);
  return (
    <div className="prose">
      {renderAll(shown, context)}
      {notes.length > 0 && (
        <Footnotes
          footnotes={notes.map(({ children }) =>
            children ? renderAll(firstOfProse(children, room), context) : undefined,
          )}
        />
      )}
      {shown !== prose && <MoreProse onMore={() => setRoom(room + atOnce)} />}
    </div>
  );
}

/** What all of a text says of any part of it, the part there is room for, and the footnotes that this part speaks of. */
function readWhole(prose: ProseTree, top: number, room: number) {
  const definitions = new Map(
    prose.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url] as const] : [])),
  );
  // The shallowest heading gets the first level there is room for, whatever level the chapter gave it.
  const depths = prose.flatMap((node) => (node.type === "heading" ? [node.depth] : []));
  const shallowest = depths.reduce<number>((least, depth) => Math.min(least, depth), depths.length > 0 ? 6 : 1);
  const footnotes = findFootnotes(prose);
  const numbers = new Map(footnotes.map(({ identifier }, i) => [identifier, i + 1] as const));
  const shown = firstOfProse(prose, room);
  const notes = shown === prose ? footnotes : footnotes.slice(0, findFootnotes(shown).length);
  return { shown, notes, top, shallowest, definitions, footnotes: numbers };
}

interface Context {
  readonly top: number;
  readonly shallowest: number;
  readonly definitions: ReadonlyMap<string, string>;
  /** Footnotes' numbers, in the order in which they are first spoken of. */
  readonly footnotes: ReadonlyMap<string, number>;
}

function renderAll(nodes: readonly Nodes[], context: Context): ReactNode {
  return renderNested(nestTags(nodes), context);
}

function renderNested(nodes: readonly Nested[], context: Context): ReactNode {
  return nodes.map((node, i) => renderNode(node, i, context));
}

function renderNode(node: Nested, key: number, context: Context): ReactNode {
  switch (node.type) {
    case "tagged": {
      const { tag: Tag, summary, open } = node;
      return (
        <Tag key={key} {...(open ? { open } : {})}>
          {summary !== undefined && <summary>{summary || "Details"}</summary>}
          {renderNested(node.children, context)}
        </Tag>
      );
    }
    case "text":
      return node.value;
    case "paragraph":
      return <p key={key}>{renderAll(node.children, context)}</p>;
    case "heading": {
      const Heading =
        headings[Math.min(5, Math.max(context.top, context.top + node.depth - context.shallowest) - 1)] ?? "h6";
      return <Heading key={key}>{renderAll(node.children, context)}</Heading>;
    }
    case "emphasis":
      return <em key={key}>{renderAll(node.children, context)}</em>;
    case "strong":
      return <strong key={key}>{renderAll(node.children, context)}</strong>;
    case "delete":
      return <del key={key}>{renderAll(node.children, context)}</del>;
    case "inlineCode":
      return <code key={key}>{node.value}</code>;
    case "code":
      return isMermaid(node.lang) ? (
        <Suspense key={key} fallback={<ProseCode text={node.value} />}>
          <NoteDiagram text={node.value} />
        </Suspense>
      ) : (
        <ProseCode key={key} text={node.value} lang={node.lang ?? undefined} />
      );
    case "break":
      return <br key={key} />;
    case "thematicBreak":
      return <hr key={key} />;
    case "blockquote": {
      const alert = readAlert(node);
      return alert ? (
        <ProseAlert key={key} kind={alert.kind}>
          {renderAll(alert.children, context)}
        </ProseAlert>
      ) : (
        <blockquote key={key}>{renderAll(node.children, context)}</blockquote>
      );
    }
    case "list":
      return node.ordered ? (
        <ol key={key} start={node.start ?? 1}>
          {renderAll(node.children, context)}
        </ol>
      ) : (
        <ul key={key}>{renderAll(node.children, context)}</ul>
      );
    case "listItem":
      return (
        <li key={key} className={typeof node.checked === "boolean" ? "prose-task" : undefined}>
          {typeof node.checked === "boolean" && (
            <input type="checkbox" checked={node.checked} disabled aria-label={node.checked ? "done" : "open"} />
          )}
          {/* A tight list's items hold one paragraph each; its margins would tear the list apart. */}
          {node.children.map((child, i) =>
            child.type === "paragraph" && !node.spread ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
              <Fragment key={i}>{renderAll(child.children, context)}</Fragment>
            ) : (
              renderNode(child, i, context)
            ),
          )}
        </li>
      );
    case "link":
      return <ProseLink key={key} url={node.url} title={node.title} text={renderAll(node.children, context)} />;
    case "linkReference":
      return (
        <ProseLink key={key} url={context.definitions.get(node.identifier)} text={renderAll(node.children, context)} />
      );
    case "image":
      return <ProsePicture key={key} url={node.url} alt={node.alt} />;
    case "imageReference":
      return <ProsePicture key={key} url={context.definitions.get(node.identifier)} alt={node.alt} />;
    case "table":
      return <ProseTable key={key} table={node} render={(cells) => renderAll(cells, context)} />;
    case "html":
      // A comment says nothing to readers; any other tag is shown as it was typed.
      return /^\s*<!--/.test(node.value) ? null : /^<br\s*\/?>$/i.test(node.value) ? (
        <br key={key} />
      ) : (
        <code key={key}>{node.value}</code>
      );
    case "footnoteReference":
      return <FootnoteMark key={key} n={context.footnotes.get(node.identifier) ?? 0} />;
    case "footnoteDefinition":
    case "definition":
    case "yaml":
      return null;
    default:
      return "children" in node ? <Fragment key={key}>{renderAll(node.children, context)}</Fragment> : null;
  }
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;
