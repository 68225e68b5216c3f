import { Component, ElementRef, Renderer2, SecurityContext, Input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { ActivatedRoute, Router } from '@angular/router';
import Vue, { h, defineComponent } from 'vue';
import { useRoute } from 'vue-router';

@Component({ selector: 'app-a', template: '<p>{{ name }}</p>' })
export class A {
  @Input() html = '';
  trusted: unknown;
  constructor(private sanitizer: DomSanitizer, private route: ActivatedRoute, private el: ElementRef, private renderer: Renderer2, private router: Router) {}

  ngOnInit() {
    const q = this.route.snapshot.queryParams['q'];
    // ruleid: xss
    this.trusted = this.sanitizer.bypassSecurityTrustHtml(q);
    // ok: xss
    this.trusted = this.sanitizer.sanitize(SecurityContext.HTML, q);
    // ok: xss
    this.trusted = this.sanitizer.bypassSecurityTrustHtml('<b>fixed</b>');
    // ruleid: xss
    this.trusted = this.sanitizer.bypassSecurityTrustUrl(this.route.snapshot.paramMap.get('u'));
    // ruleid: xss
    this.trusted = this.sanitizer.bypassSecurityTrustResourceUrl(q);
    // ruleid: xss
    this.trusted = this.sanitizer.bypassSecurityTrustScript(q);
    // ruleid: xss
    this.el.nativeElement.innerHTML = q;
    // ok: xss
    this.el.nativeElement.textContent = q;
    // ruleid: xss
    this.renderer.setProperty(this.el.nativeElement, 'innerHTML', q);
    // ok: xss
    this.renderer.setProperty(this.el.nativeElement, 'title', q);
    this.route.queryParams.subscribe((params) => {
      // ruleid: xss
      this.el.nativeElement.outerHTML = params['x'];
      // ok: xss
      this.el.nativeElement.innerText = params['x'];
      // ruleid: open-redirect
      window.location.href = params['next'];
    });
    // ok: open-redirect
    this.router.navigate(['/home']);
  }
}

export const V = defineComponent({
  setup() {
    const route = useRoute();
    // ruleid: xss
    return () => h('div', { innerHTML: route.query.q });
  },
});

export const V2 = defineComponent({
  setup() {
    const route = useRoute();
    // ok: xss
    return () => h('div', { class: 'x' }, route.query.q as string);
  },
});

export const V3 = {
  // ok: template-injection
  template: '<p>{{ msg }}</p>',
  mounted() {
    // ruleid: xss
    (this as any).$el.innerHTML = (this as any).$route.query.m;
    // ok: xss
    (this as any).$el.textContent = (this as any).$route.query.m;
    // ruleid: open-redirect
    location.assign((this as any).$route.query.next);
    // ok: open-redirect
    (this as any).$router.push('/home');
  },
};

export function make() {
  const t = new URLSearchParams(location.search).get('t');
  // ruleid: template-injection
  new Vue({ template: '<div>' + t + '</div>' });
  // ok: template-injection
  new Vue({ template: '<div>{{ t }}</div>', data: { t } });
}

export function html(strings: TemplateStringsArray, ...values: unknown[]) {
  return strings.join(String(values));
}

export function storage(token: string) {
  // ok: data-exposure
  sessionStorage.setItem('view', 'grid');
  // ruleid: data-exposure
  localStorage.setItem('password', token);
  // ok: data-exposure
  console.log('loaded');
}

export function frames() {
  const target = new URL(window.location.href).searchParams.get('frame')!;
  const frame = document.querySelector('iframe')!;
  // ruleid: xss
  frame.src = target;
  // ok: xss
  frame.src = 'about:blank';
  const img = new Image();
  // ok: xss
  img.src = '/pixel.gif';
  const tpl = document.createElement('template');
  // ruleid: xss
  tpl.innerHTML = target;
  // ok: xss
  document.querySelector('p')!.append(target);
}
