import { Request, Response } from "express";
@Controller("/x")
export class Ctl {
  constructor(private readonly db: Db, private http: HttpClient) {}
  @Get("/a")
  async get(@Query("q") q: string, @Res() res: Response): Promise<void> {
    const rows = await this.db.query("select " + q);
    res.send(rows);
    this.http.get(q);
  }
}
function handler(req: Request, res: Response): void {
  const id = req.params.id as string;
  res.send(`<b>${id}</b>`);
  const user: User = JSON.parse(req.body);
  eval(id!);
  res.cookie("a", id, { secure: false, httpOnly: true });
}
export const h = async (req: Request): Promise<Response> => {
  return fetch(req.query.url);
};
const el = document.getElementById("x") as HTMLElement;
el.innerHTML = value;
function generic<T extends object>(x: T, key: keyof T) { return x[key]; }
enum Color { Red }
let v: any = 1;
if (v === null || v === undefined) { foo(v, v); }
