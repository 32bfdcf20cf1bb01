/** What lies beside the weights in public/models/<name>/card.json; written by training/export.py. */
export interface ModelCard {
  /** Name and version; changes with every re-training, so that a bundle says which model spoke. */
  id: string;
  /** Side of a square crop in samples; the graph takes (n, size, size, 3), 0..255. */
  size: number;
  /** At most so many crops are laid over a picture; the more textured half of them is scored. */
  crops: number;
  /** Larger pictures are first reduced so that their longer side is this. */
  longest: number;
  /** SHA-256 of weights.bin, lower-case hex. */
  weights: string;
  /** Logit of the first check crop in the training framework: a backend that computes something else may not speak. */
  check: number;
}

export function readCard(value: unknown): ModelCard {
  const card = value as Partial<ModelCard> | null;
  const whole = (n: unknown): n is number => typeof n === 'number' && Number.isInteger(n) && n > 0;
  if (!card || typeof card.id !== 'string' || typeof card.weights !== 'string' || !whole(card.size) || !whole(card.crops) || !whole(card.longest) || !Number.isFinite(card.check)) {
    throw new Error('the model card is not readable');
  }
  return card as ModelCard;
}
