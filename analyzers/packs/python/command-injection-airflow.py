from airflow.operators.bash import BashOperator
from airflow.providers.ssh.operators.ssh import SSHOperator

# ruleid: command-injection-airflow
BashOperator(task_id="a", bash_command="echo {{ dag_run.conf['name'] }}")
# ruleid: command-injection-airflow
BashOperator(task_id="b", bash_command='echo {{ dag_run.conf["name"] if dag_run else "" }}')
# ruleid: command-injection-airflow
SSHOperator(task_id="c", ssh_conn_id="host", command="ls {{ dag_run.conf.folder }}")
# ok: command-injection-airflow
BashOperator(task_id="d", bash_command='echo "$NAME"', env={"NAME": "{{ dag_run.conf['name'] }}"})
# ok: command-injection-airflow
BashOperator(task_id="e", bash_command="echo {{ ds }}")
