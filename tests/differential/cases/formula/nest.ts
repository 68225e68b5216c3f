@Controller("/x")
export class Ctl {
  @Get("/a")
  async get(@Query("q") q: string, @Res() res: Response): Promise<void> {
    use(q);
    res.send(q);
  }
  @Post()
  create(@Body() body: CreateDto, plain: string) {
    use(body);
    use(plain);
  }
  plain(q: string) { use(q); }
}
@Component({ template: "<b></b>" })
class Cmp {
  @Input() name: string;
  @HostListener("click", ["$event"])
  onClick(e) { use(e); }
}
