import { Scheduler } from './scheduler';
import { Instance, World } from './world';

/** The Auto Scaling group and what CloudFormation is told about replacing its instances. */
export interface GroupFigures {
  readonly max: number;
  readonly minInService: number;
  readonly batch: number;
  /** Whether CloudFormation waits until a new instance serves. */
  readonly waitsForSignals: boolean;
  /** Whether the tasks of an instance move away before it ends. */
  readonly drains: boolean;
  /** Whether an instance says that it serves once its task does, or once it registered. */
  readonly signalsWithTask: boolean;
}

/** How long managed scaling thinks before it adds an instance. */
const SCALE_OUT_SECONDS = 120;

/** Managed scaling adds instances while tasks find no room. */
export function scaleWithTasks(world: World, scheduler: Scheduler, max: number): void {
  const isTooSmall = () => scheduler.unplaced > 0 && world.instances.length < max;
  world.when(isTooSmall, () => {
    world.clock.after(SCALE_OUT_SECONDS, () => {
      if (isTooSmall()) world.launch('old');
      scaleWithTasks(world, scheduler, max);
    });
  });
}

/**
 * The rolling update of CloudFormation. The processes that add instances on their own are suspended meanwhile.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
export class InstanceUpdate {
  isDone = false;
  private readonly extra: number;

  constructor(private readonly world: World, private readonly group: GroupFigures) {
    const running = world.instances.length;
    this.extra = Math.min(Math.max(0, group.minInService + group.batch - running), group.max - running);
    this.launch(this.extra, () => this.replaceNext());
  }

  private replaceNext(): void {
    const old = this.world.instances.filter(({ version }) => version === 'old').slice(0, this.group.batch);
    if (old.length === 0) {
      this.retire(this.world.instances.slice(0, this.extra), () => { this.isDone = true; });
    } else {
      this.retire(old, () => this.launch(old.length, () => this.replaceNext()));
    }
  }

  private launch(count: number, then: () => void): void {
    const fresh = Array.from({ length: count }, () => this.world.launch('new'));
    this.world.when(() => !this.group.waitsForSignals || fresh.every((instance) => this.serves(instance)), then);
  }

  private serves(instance: Instance): boolean {
    if (instance.state !== 'active') return false;
    return !this.group.signalsWithTask || this.world.on(instance).some(({ state }) => state === 'healthy');
  }

  private retire(instances: readonly Instance[], then: () => void): void {
    for (const instance of instances) {
      if (this.group.drains) this.world.change(instance, 'draining');
    }
    this.world.when(
      () => !this.group.drains || instances.every((instance) => this.world.on(instance).length === 0),
      () => {
        for (const instance of instances) this.world.terminate(instance);
        then();
      },
    );
  }
}
