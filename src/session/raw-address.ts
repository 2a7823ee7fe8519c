interface Host {
  readonly page: RegExp;
  readonly raw: (parts: readonly string[]) => string;
}

/** Pages of a file on well-known Git hosts, and where the same file's text is. */
const hosts: readonly Host[] = [
  {
    page: /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw)\/([^?#]+)/,
    raw: ([owner, repo, path]) => `https://raw.githubusercontent.com/${owner}/${repo}/${path}`,
  },
  {
    page: /^https:\/\/gist\.github\.com\/([^/]+)\/([0-9a-f]+)\/?(?:[?#].*)?$/,
    raw: ([owner, id]) => `https://gist.githubusercontent.com/${owner}/${id}/raw`,
  },
  {
    // GitLab, its own site and others' alike: `/-/blob/` stands in no other host's addresses.
    page: /^(https:\/\/[^/]+\/.+?)\/-\/blob\/([^?#]+)/,
    raw: ([project, path]) => `${project}/-/raw/${path}`,
  },
  {
    page: /^https:\/\/bitbucket\.org\/([^/]+)\/([^/]+)\/src\/([^?#]+)/,
    raw: ([owner, repo, path]) => `https://bitbucket.org/${owner}/${repo}/raw/${path}`,
  },
  {
    // Gitea and Forgejo (Codeberg among them).
    page: /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/src\/((?:branch|tag|commit)\/[^?#]+)/,
    raw: ([project, path]) => `${project}/raw/${path}`,
  },
];

/** A file's page on a Git host as the address of the file; undefined for what may not be read (`javascript:`, `data:`). */
export function rawAddress(url: string): string | undefined {
  for (const { page, raw } of hosts) {
    const found = page.exec(url);
    if (found) return raw(found.slice(1));
  }
  if (/^https?:\/\/[^\s]+$/i.test(url)) return url;
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("//") || url.trim() === "" ? undefined : url;
}

/** What a reader typed or pasted as an address: one that begins with a host's name is meant as https. */
export function completeAddress(typed: string): string {
  const text = typed.trim();
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?\/\S/i.test(text) ? `https://${text}` : text;
}
