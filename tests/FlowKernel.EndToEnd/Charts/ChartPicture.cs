using Microsoft.Playwright;

namespace FlowKernel.EndToEnd.Charts;

/// <summary>Looks at a chart that is shown as a picture, with the browser's own eyes.</summary>
internal static class ChartPicture
{
    private const string Painted =
        """
        image => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
          const wanted = WANTED;
          let count = 0;
          for (let i = 0; i < pixels.length; i += 4) {
            if (pixels[i] === wanted[0] && pixels[i + 1] === wanted[1] && pixels[i + 2] === wanted[2]) { count++; }
          }
          return count;
        }
        """;

    /// <summary>How many pixels have the colour of the first series, once the picture is shown in its full size.</summary>
    public static async Task<int> PixelsOfTheFirstSeriesAsync(ILocator image)
    {
        await image.WaitForAsync();
        Assert.True(await image.EvaluateAsync<bool>("i => i.complete && i.naturalWidth > 300 && i.clientWidth > 300"));
        Assert.StartsWith("data:image/png;base64,", await image.GetAttributeAsync("src") ?? "");
        return await image.EvaluateAsync<int>(Painted.Replace("WANTED", "[0, 114, 178]", StringComparison.Ordinal));
    }
}
