/** True when every package of package-lock.json stands in node_modules with its very version. */
export function dependenciesAreCurrent(folder?: string): boolean;
