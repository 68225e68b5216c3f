require "yaml"
class A < B
  def f(x, y)
    a = "q #{x} b"
    YAML.load(a)
    puts a unless x == 1
    system("ls", a)
    foo.bar { |i| i + 1 }
    @u = params[:id]
    User.where("name = #{x}")
    if a == 1
      b(1)
    else
      c
    end
    eval(x)
    if x == x
      d
    end
    foo(k: 1, z: 2)
    Digest::MD5.hexdigest(x)
    x.each do |y|
      y.z
    end
    begin
      e
    rescue Foo => err
      g
    end
    redirect_to(params[:url])
  end
end
