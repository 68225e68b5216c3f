import { Component, ElementRef, Input, Renderer2, ViewChild, OnInit } from "@angular/core";
import { DomSanitizer, SafeHtml } from "@angular/platform-browser";
import { ActivatedRoute } from "@angular/router";

@Component({ selector: "app-comment", template: "<p [innerHTML]='html'></p>" })
export class CommentComponent implements OnInit {
  @Input() comment!: string;
  @ViewChild("box") box!: ElementRef;
  html: SafeHtml = "";

  constructor(
    private sanitizer: DomSanitizer,
    private renderer: Renderer2,
    private element: ElementRef,
    private route: ActivatedRoute,
  ) {}

  ngOnInit(): void {
    // ruleid: xss
    this.html = this.sanitizer.bypassSecurityTrustHtml(this.comment);
    // ruleid: xss
    const url = this.sanitizer.bypassSecurityTrustUrl("javascript:" + this.comment);
    // ruleid: xss
    const script = this.sanitizer.bypassSecurityTrustScript(this.route.snapshot.queryParams["s"]);
    // ruleid: xss
    const style = this.sanitizer.bypassSecurityTrustStyle(this.comment);
    // ruleid: xss
    const resource = this.sanitizer.bypassSecurityTrustResourceUrl(this.comment);
    // ruleid: xss
    this.element.nativeElement.innerHTML = this.comment;
    // ruleid: xss
    this.box.nativeElement.outerHTML = `<p>${this.comment}</p>`;
    // ruleid: xss
    this.renderer.setProperty(this.box.nativeElement, "innerHTML", this.comment);
    // ok: xss
    this.renderer.setProperty(this.box.nativeElement, "textContent", this.comment);
    // ok: xss
    this.html = this.sanitizer.bypassSecurityTrustHtml("<b>Hello</b>");
    // ok: xss
    const clean = this.sanitizer.sanitize(1, this.comment);
    // ok: xss
    this.element.nativeElement.textContent = this.comment;
    console.debug(url, script, style, resource, clean);
  }
}
