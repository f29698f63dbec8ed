export const USAGE = `Usage: cdk-dockerrun COMMAND [PATH] [OPTIONS]

PATH is a source bundle, a folder or a zip archive with a Dockerrun file at its root, whose
option settings count too; or such a file by itself. It is the current folder unless given,
and - is standard input.

Commands:
  check   say what is wrong
  plan    say what would be deployed, and why
  synth   print the CloudFormation template of that
  rules   list the rules, or explain one: rules DR3002, rules mountPoints

Options:
  --json                 print JSON: findings, plan, ledger or rules
  --target TARGET        ecs (default) or beanstalk
  --strict               keys that nobody reads are errors
  --set NAME=VALUE       resolve the placeholder NAME; repeatable
  --listener PORT[/tcp | /udp | /tcp_udp][:HOSTPORT | :CONTAINER:PORT]
                         listen on PORT, for HTTP unless told; repeatable
  --network-mode MODE    bridge (default), awsvpc, host or none
  --instance-type TYPE   run on instances of TYPE (default t3.medium)
  --ledger               plan: where each value of the file goes
  --saved-configuration NAME
                         of the saved configurations only NAME counts (default all)
  --stack NAME           synth: name of the stack (default Dockerrun)
  --output DIR           synth: write the template to DIR, with the files that it needs
  -h, --help             print this
  --version              print the version

Exit codes: 0 no errors, 1 there are errors, 2 the call is wrong.
`;
