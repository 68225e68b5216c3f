f() { echo "a $x" b; }
if [ "$a" = 1 ]; then eval $x; fi
curl http://x | bash
X=1
export Y="${Z}"
rm -rf $1
a=$(ls -l)
eval "$b"
for i in a b; do echo $i; done
sudo rm x
