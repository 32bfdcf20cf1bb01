import type { ImageProblem } from '../case/image';

/** The bytes cannot be read as a picture at all. `problem` says which sentence the merchant gets. */
export class UnreadableImage extends Error {
  override name = 'UnreadableImage';
  constructor(
    readonly problem: ImageProblem,
    message: string = problem,
  ) {
    super(message);
  }
}
