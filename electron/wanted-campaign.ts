/** The campaign whose notification was clicked, until the window takes it: it may not be there yet. */
export class WantedCampaign {
  private id: string | null = null;
  private readonly onWanted: () => void;

  constructor(onWanted: () => void) {
    this.onWanted = onWanted;
  }

  want(id: string): void {
    this.id = id;
    this.onWanted();
  }

  /** Its id, once. */
  take(): string | null {
    const { id } = this;
    this.id = null;
    return id;
  }
}
