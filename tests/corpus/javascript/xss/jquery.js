$(function () {
  const hash = window.location.hash;
  // ruleid: xss
  $("#tab").html(hash);
  // ruleid: xss
  $("#list").append("<li>" + hash + "</li>");
  // ruleid: xss
  $(location.hash);
  // ruleid: xss
  $("<div>" + decodeURI(hash) + "</div>").appendTo("body");
  const query = new URLSearchParams(location.search).get("q");
  // ruleid: xss
  $(".result").prepend(`<b>${query}</b>`);
  // ruleid: xss
  jQuery("#a").after("<p>" + query + "</p>");
  // ruleid: xss
  $("#a").before(query);
  // ruleid: xss
  $("#a").replaceWith("<p>" + query + "</p>");
  // ruleid: xss
  $.parseHTML("<p>" + query + "</p>", document, true);
  // ruleid: code-injection
  $.globalEval(query);
});

function render(data) {
  // ruleid: xss
  $("#name").html(data.name);
  // ruleid: xss
  $("#items").append("<li class='item'>" + data.title + "</li>");
  // ruleid: xss
  $("#items").html(`<td>${data.title}</td>`);
}

$.get("/comments", function (answer) {
  // ruleid: xss
  $("#comments").html(answer);
});

function safe(data) {
  // ok: xss
  $("#name").text(data.name);
  // ok: xss
  $("#name").html("<b>Loading</b>");
  // ok: xss
  $("#name").val(data.name);
  // ok: xss
  $("#name").html();
  // ok: xss
  $("<li>").text(data.title).appendTo("#items");
  // ok: xss
  $("#items").append("<hr>");
  // ok: xss
  $("#items").append($("<li>").text(data.title));
  // ok: xss
  $("#items").html(DOMPurify.sanitize(data.title));
  // ok: xss
  $("#items").attr("title", data.title);
  // ok: xss
  $("#" + data.id).hide();
  // ok: xss
  $("#items").empty().append(document.createTextNode(data.title));
}
