/**
 * Ends this process, as a SIGTERM would, when the shell that npm ran it in is gone: npm hands a signal to that shell alone,
 * and a server would go on unseen, its port taken.
 */
export function endWithNpm(every = 500) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, every).unref();
}
