import { Component, Input } from '@angular/core';
import type { T } from './t';
@Component({ selector: 'a', template: '<b></b>' })
export class A extends B implements C<T> {
  @Input() name: string = "x";
  private readonly http: HttpClient;
  constructor(private san: DomSanitizer, @Inject(X) public y: Y) { super(); }
  @Get('/x') async get(@Query('q') q: string, @Res() res: Response): Promise<void> { res.send(q as any); return; }
  static s?: number; #p = 1;
  get v(): string { return this.name!; }
}
interface I { a: string; b?: number; m(x: number): void }
type U = string | number; enum E { P = 1, Q }
const x: number = <any>y; let z = y as unknown as string;
function f<T>(a: T, b?: string, ...c: number[]): T { return a; }
const g = async (a: string): Promise<string> => { return await h(a); };
declare const q: any; namespace N { export const w = 1; }
abstract class D { abstract m(): void; }
this.san.bypassSecurityTrustHtml(v); el.nativeElement.innerHTML = v;
export default A; export { f as ff }; export * from './z';
const o = { a, b: 1 } satisfies U; const m = new Map<string, number>();
if (x!.y?.z === null) { throw new Error(`e ${x}`); }
