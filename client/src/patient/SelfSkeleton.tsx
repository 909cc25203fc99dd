import { useEffect, useRef } from 'react';
import { drawPose, fitInside } from '../overlay/index.ts';
import type { PoseSource } from '../pose/index.ts';

/** The stick figure over the patient's own picture, where the therapist has turned it on. */
export function SelfSkeleton({ pose }: { pose: PoseSource }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(
    () =>
      pose.onFrame(({ image, widthPx, heightPx }) => {
        const element = canvas.current;
        const context = element?.getContext('2d');
        if (!element || !context) return;
        const ratio = window.devicePixelRatio;
        const box = { width: element.clientWidth * ratio, height: element.clientHeight * ratio };
        if (element.width !== Math.round(box.width)) element.width = Math.round(box.width);
        if (element.height !== Math.round(box.height)) element.height = Math.round(box.height);
        context.clearRect(0, 0, element.width, element.height);
        if (!image) return;
        const fit = fitInside({ width: widthPx, height: heightPx }, box);
        drawPose(context, image, fit, { skeleton: true, goniometer: null, opacity: 1, unit: ratio });
      }),
    [pose],
  );
  return <canvas ref={canvas} className="self-view-skeleton" />;
}
