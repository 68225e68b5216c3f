(function ($) {
  $.fn.notice = function (options) {
    var settings = $.extend({ title: "", html: "" }, options);
    return this.each(function () {
      // ruleid: dom-xss-jquery-plugin
      $(this).html(settings.title);
      // ruleid: dom-xss-jquery-plugin
      $("<div>" + settings.content + "</div>").appendTo(this);
      // ruleid: dom-xss-jquery-plugin
      this.innerHTML = "<b>" + options.label + "</b>";
      // ok: dom-xss-jquery-plugin
      $(this).html(settings.html);
      // ok: dom-xss-jquery-plugin
      $(settings.target).show();
      // ok: dom-xss-jquery-plugin
      $(this).append($("<b>").text(settings.title));
      // ok: dom-xss-jquery-plugin
      $(this).html(settings.render(this));
    });
  };

  $.fn.counter = function (options) {
    // ok: dom-xss-jquery-plugin
    return this.text(options.title);
  };

  // ok: dom-xss-jquery-plugin
  $("#title").html("<b>" + options.title + "</b>");
})(jQuery);
