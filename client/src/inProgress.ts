/** Knows which document the server is working on, for the case that it ends without an answer. */

/** A message that the server has not finished with, as far as is known. */
export interface Sent {
  /** The document that it is about; undefined when it is about none. */
  readonly uri: string | undefined;
  readonly isRequest: boolean;
}

/** The messages since the last one that the server has certainly finished with. It takes them in the order in which they are sent. */
export class InProgress {
  #sent: readonly Sent[] = [];

  /**
   * A request is sent.
   * @returns What to pass to `answered`.
   */
  requested(uri: string | undefined): Sent {
    const sent = { uri, isRequest: true };
    this.#sent = [...this.#sent, sent];
    return sent;
  }

  /** A document is opened or changed. */
  notified(uri: string): void {
    const last = this.#sent.at(-1);
    if (last?.isRequest !== false || last.uri !== uri) this.#sent = [...this.#sent, { uri, isRequest: false }];
  }

  /**
   * A request is answered, and with it all that was sent before.
   * @param isCancelled A cancelled request may be answered before its turn, which says nothing about the others.
   */
  answered(sent: Sent, isCancelled: boolean): void {
    const at = this.#sent.indexOf(sent);
    if (at < 0) return;
    this.#sent = isCancelled ? this.#sent.toSpliced(at, 1) : this.#sent.slice(at + 1);
  }

  /**
   * The server has ended.
   * @returns The document that it was working on; undefined when it had nothing to do, or nothing with one.
   */
  ended(): string | undefined {
    const [first] = this.#sent;
    this.#sent = [];
    return first?.uri;
  }
}
