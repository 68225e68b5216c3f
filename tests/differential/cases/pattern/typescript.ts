import { Injectable } from "@angular/core";
import type { T } from "t";
interface I { a: string; b?: number; m(x: string): void; }
type U = string | number;
enum E { A, B = 2 }
let a: string = "x";
const b = <any>x;
const c = x as any;
const d = x!;
function f(a: string, b?: number, ...r: string[]): void { foo(a); }
const g = (a: string): number => { return 1; };
async function h<T>(a: T): Promise<T> { return a; }
class K extends B implements I {
  private x: string;
  readonly y = 1;
  constructor(private readonly s: Service, public t: string) { super(); }
  @Input() z: string;
  m(a: string): void { this.s.get(a); }
  static n() { }
}
@Injectable()
class L { }
@Component({ selector: "x" })
export class M { constructor(private sanitizer: DomSanitizer) {} 
  q() { return this.sanitizer.bypassSecurityTrustHtml(x); } }
abstract class N { abstract o(): void; }
namespace P { export const q = 1; }
declare module "x";
export default class {}
function over(a: string): void;
foo<string>("a");
new Map<string, number>();
let o: Array<string> = [];
const p: (a: string) => void = (a) => {};
if (x) { foo(x as string); }
obj?.a?.b;
for (const k of ks as string[]) { foo(k); }
try { foo(); } catch (e: unknown) { bar(e); }
let tpl = `a${x as any}b`;
export const handler = async (event: APIGatewayEvent) => { return { statusCode: 200 }; };
