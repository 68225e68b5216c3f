import { DomSanitizer } from "@angular/platform-browser";

export class CommentView {
  html: unknown;

  constructor(private sanitizer: DomSanitizer) {}

  show(comment: { body: string; link: string }): void {
    // ruleid: unsafe-markup-angular
    this.html = this.sanitizer.bypassSecurityTrustHtml(comment.body);
    // ruleid: unsafe-markup-angular
    this.html = this.sanitizer.bypassSecurityTrustResourceUrl(`https://video.example/${comment.link}`);
  }

  quiet(comment: { body: string }): void {
    // ok: unsafe-markup-angular
    this.html = this.sanitizer.bypassSecurityTrustHtml("<hr>");
    // ok: unsafe-markup-angular
    this.html = comment.body;
  }
}
