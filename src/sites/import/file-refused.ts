/** A whole file that cannot be read: nothing of it is kept. Its message says what to do, in French. */
export class FileRefused extends Error {
  readonly field: string;

  constructor(message: string, field = '') {
    super(message);
    this.name = 'FileRefused';
    this.field = field;
  }
}

/** The import was stopped by the person who asked for it. */
export class ImportCancelled extends Error {}
