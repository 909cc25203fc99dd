import { useQuery } from '@tanstack/react-query';

/** A QR code as one path of squares; nothing where it cannot be made. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('qrcode')).create(text, { errorCorrectionLevel: 'L' }).modules,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!data) return <div className="qr" />;
  const dark = Array.from(data.data, (isDark, i) =>
    isDark ? `M${i % data.size} ${Math.floor(i / data.size)}h1v1h-1z` : '',
  );
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`-3 -3 ${data.size + 6} ${data.size + 6}`}>
      <rect x="-3" y="-3" width={data.size + 6} height={data.size + 6} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
