/** The tests that are passed over in this run, with the reason. */
export const passedOver: string[] = [];

/** Notes that a test cannot run here; the runner says so at its end. uvu's own `skip` forgets the name. */
export function passOver(name: string, reason: string): void {
  passedOver.push(`${name} (${reason})`);
}
