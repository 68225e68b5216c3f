import { Provider } from "./provider";

type Token = string | symbol;

export class Container {
  private readonly logger = console;
  private readonly providers = new Map<Token, Provider>();

  get(token: string): Provider {
    const provider = this.providers.get(token);
    if (provider === undefined) {
      // ok: data-exposure
      this.logger.error(`"${token}" has no provider`);
      // ok: data-exposure
      console.warn("known:", token);
      // ruleid: data-exposure
      console.warn("known:", this.options.apiKey);
    }
    return provider!;
  }
}
