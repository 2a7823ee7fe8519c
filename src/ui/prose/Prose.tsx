import type { Nodes, Table } from "mdast";
import { Fragment, type ReactNode } from "react";
import type { Prose as ProseTree } from "../../model/prose.ts";
import { safeImage, safeLink } from "./safe-address.ts";
import "./prose.css";

interface ProseProps {
  readonly prose: ProseTree;
  /** The level that a first-level heading of the text gets here. */
  readonly top?: number;
}

/** Markdown as React elements. Nothing of it is ever markup: HTML in it is shown as the text it is. */
export function Prose({ prose, top = 3 }: ProseProps) {
  const definitions = new Map(
    prose.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url] as const] : [])),
  );
  // The shallowest heading gets the first level there is room for, whatever level the chapter gave it.
  const depths = prose.flatMap((node) => (node.type === "heading" ? [node.depth] : []));
  const context = { top, shallowest: depths.length > 0 ? Math.min(...depths) : 1, definitions };
  return <div className="prose">{prose.map((node, i) => renderNode(node, i, context))}</div>;
}

interface Context {
  readonly top: number;
  readonly shallowest: number;
  readonly definitions: ReadonlyMap<string, string>;
}

function renderAll(nodes: readonly Nodes[], context: Context): ReactNode {
  return nodes.map((node, i) => renderNode(node, i, context));
}

function renderNode(node: Nodes, key: number, context: Context): ReactNode {
  switch (node.type) {
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
      return (
        <pre key={key} className="prose-code" data-lang={node.lang ?? undefined}>
          <code>{node.value}</code>
        </pre>
      );
    case "break":
      return <br key={key} />;
    case "thematicBreak":
      return <hr key={key} />;
    case "blockquote":
      return <blockquote key={key}>{renderAll(node.children, context)}</blockquote>;
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
        <li key={key}>
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
      return <ProseImage key={key} url={node.url} alt={node.alt} />;
    case "imageReference":
      return <ProseImage key={key} url={context.definitions.get(node.identifier)} alt={node.alt} />;
    case "table":
      return <ProseTable key={key} table={node} context={context} />;
    case "html":
      // A comment says nothing to readers; any other tag is shown as it was typed.
      return /^\s*<!--/.test(node.value) ? null : /^<br\s*\/?>$/i.test(node.value) ? (
        <br key={key} />
      ) : (
        <code key={key}>{node.value}</code>
      );
    case "footnoteReference":
      return <sup key={key}>{node.label ?? node.identifier}</sup>;
    case "footnoteDefinition":
      return (
        <div key={key} className="prose-footnote">
          <sup>{node.label ?? node.identifier}</sup> {renderAll(node.children, context)}
        </div>
      );
    case "definition":
    case "yaml":
      return null;
    default:
      return "children" in node ? <Fragment key={key}>{renderAll(node.children, context)}</Fragment> : null;
  }
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

interface ProseLinkProps {
  readonly url: string | undefined;
  readonly title?: string | null | undefined;
  readonly text: ReactNode;
}

function ProseLink({ url, title, text }: ProseLinkProps) {
  const href = safeLink(url);
  if (href === undefined) return <>{text}</>;
  const away = /^https?:/i.test(href);
  return (
    <a href={href} title={title ?? undefined} {...(away ? { target: "_blank", rel: "noopener noreferrer" } : {})}>
      {text}
    </a>
  );
}

function ProseImage({ url, alt }: { readonly url: string | undefined; readonly alt?: string | null | undefined }) {
  const src = safeImage(url, location.href);
  if (src !== undefined) return <img src={src} alt={alt ?? ""} loading="lazy" />;
  return <ProseLink url={url} text={`Image: ${alt || "without a description"}`} />;
}

/** Cells of a table that are shown: far more than anyone reads beside a stage, and few enough to draw at once. */
const shownCells = 3_000;

function ProseTable({ table, context }: { readonly table: Table; readonly context: Context }) {
  const [head, ...all] = table.children;
  const rows = all.slice(0, Math.max(1, Math.floor(shownCells / Math.max(1, head?.children.length ?? 1))));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="prose-table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
              <th key={i} scope="col">
                {renderAll(cell.children, context)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
            <tr key={r}>
              {row.children.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
                <td key={i}>{renderAll(cell.children, context)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < all.length && (
        <p>{(all.length - rows.length).toLocaleString("en")} more rows stand in the chapter.</p>
      )}
    </section>
  );
}
