/** Whether a process with this id runs, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user with this id runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
