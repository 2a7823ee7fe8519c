import { expose } from "comlink";
import * as drawings from "../export/drawings.ts";

/** Runs in a worker of its own; draws what it is asked for, then the page ends it. */
expose(drawings);
