import type { Ref } from 'react';
import type { DirectorView } from './director.ts';
import type { FrameFit } from './frame-size.ts';

interface DemoFrameProps {
  title: string;
  address: string | null;
  fit: FrameFit;
  target: DirectorView['target'];
  ref: Ref<HTMLIFrameElement>;
}

/** One browser of the demo, drawn smaller than it believes to be, with a ring around what is pressed next. */
export function DemoFrame({ title, address, fit, target, ref }: DemoFrameProps) {
  const { width, height, scale } = fit;
  return (
    <figure className="demo-frame">
      <figcaption>{title}</figcaption>
      <div className="demo-screen" style={{ inlineSize: width * scale, blockSize: height * scale }}>
        {address ? (
          <iframe
            ref={ref}
            title={title}
            src={address}
            width={width}
            height={height}
            style={{ transform: `scale(${scale})` }}
            allow="camera; microphone; autoplay"
          />
        ) : null}
        {target ? (
          <span
            className="demo-ring"
            aria-hidden="true"
            style={{
              insetInlineStart: target.x * scale - 6,
              insetBlockStart: target.y * scale - 6,
              inlineSize: target.width * scale + 12,
              blockSize: target.height * scale + 12,
            }}
          />
        ) : null}
      </div>
    </figure>
  );
}
