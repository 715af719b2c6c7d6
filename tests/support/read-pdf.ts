import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of a PDF's structure, as another program reads it. */
export interface StructureNode {
  role: string;
  lang?: string;
  alt?: string;
  children: (StructureNode | { type: string; id: string })[];
}

/** A PDF read back by another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const said = new Map<string, string>();
    let under: string[] = [];
    for (const item of items) {
      if ("str" in item)
        for (const id of under) said.set(id, (said.get(id) ?? "") + item.str + (item.hasEOL ? " " : ""));
      else if (item.type === "endMarkedContent") under = under.slice(0, -1);
      else under = [...under, item.id];
    }
    const links = (await page.getAnnotations()) as { subtype: string; url?: string; dest?: unknown; id: string }[];
    pages.push({
      text: items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""),
      /** What stands under each id of the structure. */
      said,
      structure: (await page.getStructTree()) as unknown as StructureNode | null,
      links: links.filter(({ subtype }) => subtype === "Link"),
      page,
    });
  }
  const { info } = await document.getMetadata();
  return {
    pages,
    text: pages.map(({ text }) => text).join(" "),
    info: info as Record<string, unknown>,
    preferences: await document.getViewerPreferences(),
    marked: await document.getMarkInfo(),
    outline: await document.getOutline(),
  };
}

export function* nodesOf(node: StructureNode | null): Generator<StructureNode> {
  if (!node) return;
  yield node;
  for (const child of node.children) if ("role" in child) yield* nodesOf(child);
}

/** Ids of the content and annotations below a node. */
export const contentOf = (node: StructureNode): string[] =>
  node.children.flatMap((child) => ("role" in child ? contentOf(child) : [child.id]));
