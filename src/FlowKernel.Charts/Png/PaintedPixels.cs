namespace FlowKernel.Charts.Png;

/// <summary>An opaque picture: four bytes for each pixel (red, green, blue, alpha), row by row from the upper left.</summary>
internal sealed record PaintedPixels(int Width, int Height, byte[] Rgba);
