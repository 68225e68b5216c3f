import { DomSanitizer } from "@angular/platform-browser";

export class CommentView {
  html: unknown;

  constructor(private sanitizer: DomSanitizer) {}

  show(comment: { body: string; link: string }): void {
    // ruleid: angular-security-bypassed
    this.html = comment.body;
    // ruleid: angular-security-bypassed
    this.html = `https://video.example/${comment.link}`;
  }

  quiet(comment: { body: string }): void {
    // ok: angular-security-bypassed
    this.html = this.sanitizer.bypassSecurityTrustHtml("<hr>");
    // ok: angular-security-bypassed
    this.html = comment.body;
  }
}
