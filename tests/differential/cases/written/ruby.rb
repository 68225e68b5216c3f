require "yaml"
class A < B
  attr_accessor :x
  before_action :auth, only: [:a]
  def index(a, b = 1, *c, k: 2, &blk)
    q = params[:q]
    User.where("name = '#{q}'")
    User.find_by_sql("select " + q)
    system("ls #{q}")
    `ls #{q}`
    eval(q)
    render inline: "<b>#{q}</b>", layout: false
    redirect_to params[:u]
    if q == nil then foo else bar end
    foo unless q
    arr.each { |i| puts i }
    arr.map do |i| i + 1 end
    begin; foo; rescue E => e; bar; ensure; baz; end
    h = { a: 1, "b" => 2 }
    @z = q || "d"
    x.html_safe; raw(x)
    Marshal.load(cookies[:c]); YAML.load(q)
    OpenSSL::Digest::MD5.new; File.open("f", "w") { |f| f.write(q) }
    skip_before_action :verify_authenticity_token
    return q
  end
  def self.m; super; end
  private
  def n = 1
end
