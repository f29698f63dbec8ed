import { Clock } from './clock';

export type Version = 'old' | 'new';

/** What an instance offers its tasks. */
export interface InstanceKind {
  readonly cpu: number;
  readonly memory: number;
  /** Network interfaces beside its own. */
  readonly interfaces: number;
}

/** What a task takes of its instance. */
export interface TaskKind {
  readonly cpu: number;
  readonly memory: number;
  readonly interfaces: number;
  readonly hostPorts: readonly string[];
}

/** An instance takes no task before it registered, and none once it drains. */
export interface Instance {
  readonly id: number;
  readonly zone: number;
  readonly version: Version;
  state: 'booting' | 'active' | 'draining';
}

export interface Task {
  readonly version: Version;
  readonly instance: Instance;
  state: 'pending' | 'running' | 'healthy' | 'stopping';
}

/** Seconds that things take. */
export const TIMES = { boot: 90, pull: 20, healthCheck: 45, deregistration: 20, stop: 10 } as const;

/** Instances and tasks, and everybody who waits for something to become true of them. */
export class World {
  readonly clock = new Clock();
  instances: Instance[] = [];
  tasks: Task[] = [];
  /** Tasks of this version never become healthy. */
  broken: Version | undefined;

  private readonly waiting: { readonly condition: () => boolean; readonly action: () => void }[] = [];
  private launched = 0;

  /** `onChange` is what the scheduler of the service does whenever something changed. */
  constructor(
    readonly kind: InstanceKind,
    private readonly zones: number,
    private readonly onChange: (world: World) => void,
    private readonly onFailure: (task: Task) => void,
  ) {}

  /** Once `condition` holds, `action` follows; at once if it holds already. */
  when(condition: () => boolean, action: () => void): void {
    this.waiting.push({ condition, action });
    this.settle();
  }

  /** Lets everybody react until nobody has anything left to do. */
  settle(): void {
    this.onChange(this);
    const next = this.waiting.findIndex(({ condition }) => condition());
    if (next === -1) return;
    const [{ action }] = this.waiting.splice(next, 1);
    action();
    this.settle();
  }

  /** Starts an instance in the zone that has the fewest. */
  launch(version: Version): Instance {
    const counts = Array.from(
      { length: this.zones }, (_, zone) => this.instances.filter((instance) => instance.zone === zone).length,
    );
    const instance: Instance = {
      id: ++this.launched, zone: counts.indexOf(Math.min(...counts)), version, state: 'booting',
    };
    this.instances.push(instance);
    this.clock.after(TIMES.boot, () => this.change(instance, 'active'));
    return instance;
  }

  /** Takes an instance away, with whatever still runs on it. */
  terminate(instance: Instance): void {
    this.instances = this.instances.filter((other) => other !== instance);
    this.tasks = this.tasks.filter((task) => task.instance !== instance);
    this.settle();
  }

  change(instance: Instance, state: Instance['state']): void {
    instance.state = state;
    this.settle();
  }

  start(version: Version, instance: Instance): Task {
    const task: Task = { version, instance, state: 'pending' };
    this.tasks.push(task);
    this.clock.after(TIMES.pull, () => this.advance(task, 'pending', 'running'));
    this.clock.after(TIMES.pull + TIMES.healthCheck, () => {
      if (version !== this.broken) this.advance(task, 'running', 'healthy');
      else if (task.state === 'running') this.fail(task);
    });
    return task;
  }

  /** Takes the task out of the load balancer first; it holds its place until it ended. */
  stop(task: Task): void {
    task.state = 'stopping';
    this.clock.after(TIMES.deregistration + TIMES.stop, () => {
      this.tasks = this.tasks.filter((other) => other !== task);
      this.settle();
    });
  }

  on(instance: Instance): Task[] {
    return this.tasks.filter((task) => task.instance === instance);
  }

  get healthy(): number {
    return this.tasks.filter(({ state }) => state === 'healthy').length;
  }

  private advance(task: Task, from: Task['state'], to: Task['state']): void {
    if (task.state !== from || !this.tasks.includes(task)) return;
    task.state = to;
    this.settle();
  }

  private fail(task: Task): void {
    this.stop(task);
    this.onFailure(task);
    this.settle();
  }
}
