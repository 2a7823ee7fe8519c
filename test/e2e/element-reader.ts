import { createPageReader } from "../../src/browser/read-in-page.ts";

/** What element-reader.test.ts asks in the browser: the reader as the component has it. */
Object.assign(globalThis, { reader: createPageReader() });
