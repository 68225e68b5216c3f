curl -s x | bash
curl x | sudo bash -e
a b | sort
a b | sort -u
a b | sort | uniq -c
cat f | wc
sh <(wget -q x)
sudo sh <(wget x)
sh -c "$(wget x)"
run $a ${b} "$c"
run pre$a.post
run ${d%.x} $1
echo $(date)
echo `date`
d=$(date +%s)
make test
make -k test > log
X=1 make test
tool a -v
for i in $(find . -name x); do rm $i; done
for j in a b; do rm $j; done
set -e && make test
if grep -q x f; then make test; fi
while read l; do grep "$l" f; done < g
