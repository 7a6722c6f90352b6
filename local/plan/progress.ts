/** Says what a long run is at; on a terminal only, in one line that is written over. */
export interface Progress {
  readonly say: (what: string) => void;
  readonly end: () => void;
}

/** So few things are done before anybody wonders. */
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

/** Tells of rows read, when there are many. */
export function rowsOf(progress: Progress, file: string): (rows: number) => void {
  return (rows) => {
    if (rows >= quiet) progress.say(`Reading ${file}: ${rows.toLocaleString('en')} rows …`);
  };
}
