/**
 * How much text one file may make us decode. Overlapping offsets and nested compression let a few kilobytes claim
 * gigabytes; honest files stay far below.
 */
export class Budget {
  constructor(private left: number) {}

  /** @returns how many of the wanted bytes may be spent; 0 when nothing is left. */
  take(wanted: number): number {
    const given = Math.max(0, Math.min(wanted, this.left));
    this.left -= given;
    return given;
  }

  get spent(): boolean {
    return this.left <= 0;
  }
}
