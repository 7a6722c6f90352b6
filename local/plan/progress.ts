/** Shows what a long run is doing: on a terminal only, in one line that is overwritten. */
export interface Progress {
  readonly say: (what: string) => void;
  readonly end: () => void;
}

/** Fewer rows are read so fast that no progress is shown. */
const quiet = 5_000;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let width = 0;
  const write = (text: string): void => {
    if (!stream.isTTY) return;
    stream.write(`\r${text.padEnd(width)}`);
    width = text.length;
  };
  return {
    say: write,
    end: () => {
      if (width > 0) write('');
      if (width === 0 && stream.isTTY) stream.write('\r');
    },
  };
}

/** Shows the number of rows read, once there are many. */
export function rowsOf(progress: Progress, file: string): (rows: number) => void {
  return (rows) => {
    if (rows >= quiet) progress.say(`Reading ${file}: ${rows.toLocaleString('en')} rows …`);
  };
}
